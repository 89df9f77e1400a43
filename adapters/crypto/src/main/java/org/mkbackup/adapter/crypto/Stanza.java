package org.mkbackup.adapter.crypto;

import com.exceptionfactory.jagged.RecipientStanza;
import java.util.List;

/** A stanza of an age file's header: the file key, wrapped for one recipient. */
record Stanza(String type, List<String> arguments, byte[] body) implements RecipientStanza {

  @Override
  public String getType() {
    return type;
  }

  @Override
  public List<String> getArguments() {
    return arguments;
  }

  @Override
  public byte[] getBody() {
    return body.clone();
  }
}
