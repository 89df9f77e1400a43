package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A disk on which each change is a step; nothing is synced, for the sake of speed. */
final class FaultyDisk implements Disk {
  private final Disk disk = new UnixDisk(new LinuxCalls());
  private final Fault fault;
  private final boolean exchanges;

  FaultyDisk(Fault fault, boolean exchanges) {
    this.fault = fault;
    this.exchanges = exchanges;
  }

  @Override
  public void makeDirectory(Path directory) throws IOException {
    fault.step();
    disk.makeDirectory(directory);
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    fault.step();
    Files.write(file, Arrays.copyOf(content, content.length / 2));
    fault.step();
    Files.write(file, content);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    fault.step();
    disk.rename(from, to);
  }

  @Override
  public boolean exchange(Path one, Path other) throws IOException {
    fault.step();
    return exchanges && disk.exchange(one, other);
  }

  @Override
  public void delete(Path path) throws IOException {
    fault.step();
    disk.delete(path);
  }

  @Override
  public void apply(Path directory, DirectoryState state) throws IOException {
    fault.step();
    disk.apply(directory, state.opened());
    fault.step();
    disk.apply(directory, state);
  }

  @Override
  public void sync(Path directory) throws IOException {
    fault.step();
  }

  @Override
  public void syncFileSystem(Path directory) throws IOException {
    fault.step();
  }
}
