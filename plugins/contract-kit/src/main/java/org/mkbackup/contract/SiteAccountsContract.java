package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.port.SiteAccounts.Account;
import org.mkbackup.domain.port.SiteAccounts.Standing;
import org.mkbackup.domain.site.SiteName;

/**
 * What holds for every {@link SiteAccounts} on a machine whose root is not relocated. Each test
 * finds the machine without users, groups, lines and mounts of the sites {@code one} and {@code
 * one_more}.
 */
public abstract class SiteAccountsContract {
  private static final OptionalInt ANY = OptionalInt.empty();
  protected static final SiteName ONE = new SiteName("one");
  protected static final SiteName MORE = new SiteName("one_more");

  protected abstract SiteAccounts accounts();

  /** The lines of the mount table. */
  protected abstract List<String> mountTable();

  /** Mounts something at a site's {@code tmp}, whose account is there. */
  protected abstract void mountTmpfs(SiteName site);

  protected abstract boolean isMounted(SiteName site);

  /** Keeps what is mounted at a site's {@code tmp} in use, until the result is closed. */
  protected abstract InUse use(SiteName site);

  /** Lets go of something in use. */
  public interface InUse {
    void close();
  }

  @Test
  void findsNothingWhereThereIsNothing() {
    assertEquals(Optional.empty(), accounts().find(ONE));
    assertEquals(Standing.FREE, accounts().standing(ONE));
  }

  @Test
  void tellsAnAccountThatNoSiteCameOf() {
    accounts().create(ONE, ANY, ANY);
    assertEquals(Standing.LEFT_OVER, accounts().standing(ONE));
    accounts().remove(ONE);
    assertEquals(Standing.FREE, accounts().standing(ONE));
  }

  @Test
  void tellsNoLeftOverOnceASiteIsThere() {
    accounts().create(ONE, ANY, ANY);
    accounts().keep(ONE);
    accounts().keep(ONE);
    assertEquals(Standing.TAKEN, accounts().standing(ONE));
  }

  @Test
  void findsTheAccountThatWasCreated() {
    Account created = accounts().create(ONE, ANY, ANY);
    assertEquals(Optional.of(created), accounts().find(ONE));
    assertNotEquals(Standing.FREE, accounts().standing(ONE));
    assertEquals(Standing.FREE, accounts().standing(MORE));
  }

  @Test
  void accountsHaveTheNumbersThatWereAskedFor() {
    assertEquals(new Account(31337, 31338), accounts().create(ONE, at(31337), at(31338)));
  }

  @Test
  void refusesANameThatIsTaken() {
    Account created = accounts().create(ONE, ANY, ANY);
    SiteException failure = refused(() -> accounts().create(ONE, ANY, ANY));
    assertTrue(failure.what().contains("one"), failure::what);
    assertEquals(Optional.of(created), accounts().find(ONE));
  }

  @Test
  void aUserNumberThatIsTakenLeavesNothingBehind() {
    accounts().create(ONE, at(31337), at(31338));
    refused(() -> accounts().create(MORE, at(31337), at(31339)));
    assertEquals(Standing.FREE, accounts().standing(MORE));
    assertEquals(new Account(31340, 31339), accounts().create(MORE, at(31340), at(31339)));
  }

  @Test
  void aGroupNumberThatIsTakenLeavesNothingBehind() {
    accounts().create(ONE, at(31337), at(31338));
    refused(() -> accounts().create(MORE, at(31339), at(31338)));
    assertEquals(Standing.FREE, accounts().standing(MORE));
  }

  @Test
  void removesUserAndGroup() {
    accounts().create(ONE, ANY, ANY);
    Account other = accounts().create(MORE, ANY, ANY);
    accounts().remove(ONE);
    assertEquals(Standing.FREE, accounts().standing(ONE));
    assertEquals(Optional.of(other), accounts().find(MORE));
  }

  @Test
  void removingAnAccountThatIsNotThereDoesNothing() {
    accounts().remove(ONE);
    assertEquals(Standing.FREE, accounts().standing(ONE));
  }

  @Test
  void addsALineToTheMountTable() {
    List<String> expected = mountTable();
    expected.add("tmpfs  /omd/sites/one/tmp tmpfs noauto,user,mode=751,uid=one,gid=one 0 0");
    accounts().addTmpfs(ONE, Optional.empty());
    assertEquals(expected, mountTable());
  }

  @ParameterizedTest
  @ValueSource(strings = {"500M", "2g", "65536", "64k", "50%"})
  void addsALineWithASize(String size) {
    List<String> expected = mountTable();
    expected.add(
        "tmpfs  /omd/sites/one/tmp tmpfs noauto,user,mode=751,uid=one,gid=one,size="
            + size
            + " 0 0");
    accounts().addTmpfs(ONE, Optional.of(size));
    assertEquals(expected, mountTable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "G", "1G,suid", "1G 0 0", "1G\n", "-1", "1.5G", "1GB", "%", "0x10", "٣"})
  void refusesASizeThatIsNone(String size) {
    List<String> before = mountTable();
    refused(() -> accounts().addTmpfs(ONE, Optional.of(size)));
    assertEquals(before, mountTable());
  }

  @Test
  void addsALineOnce() {
    accounts().addTmpfs(ONE, Optional.of("1G"));
    List<String> once = mountTable();
    accounts().addTmpfs(ONE, Optional.of("2G"));
    assertEquals(once, mountTable());
  }

  @Test
  void removesNoOtherLine() {
    List<String> before = mountTable();
    accounts().addTmpfs(ONE, Optional.empty());
    accounts().addTmpfs(MORE, Optional.empty());
    List<String> expected = new ArrayList<>(before);
    expected.add(mountTable().get(before.size() + 1));
    accounts().removeTmpfs(ONE);
    accounts().removeTmpfs(ONE);
    assertEquals(expected, mountTable());
  }

  @Test
  void unmountsWhatIsMounted() {
    accounts().create(ONE, ANY, ANY);
    mountTmpfs(ONE);
    assertTrue(isMounted(ONE));
    accounts().unmountTmpfs(ONE);
    assertFalse(isMounted(ONE));
  }

  @Test
  void unmountsNothingWhereNothingIsMounted() {
    accounts().create(ONE, ANY, ANY);
    accounts().create(MORE, ANY, ANY);
    mountTmpfs(MORE);
    accounts().unmountTmpfs(ONE);
    assertTrue(isMounted(MORE));
  }

  @Test
  void refusesToUnmountWhatIsInUse() {
    accounts().create(ONE, ANY, ANY);
    mountTmpfs(ONE);
    InUse inUse = use(ONE);
    try {
      SiteException failure = refused(() -> accounts().unmountTmpfs(ONE));
      assertTrue(failure.what().contains("/omd/sites/one/tmp"), failure::what);
    } finally {
      inUse.close();
    }
    assertTrue(isMounted(ONE));
  }

  private static SiteException refused(Executable call) {
    return assertThrows(SiteException.class, call);
  }

  private static OptionalInt at(int number) {
    return OptionalInt.of(number);
  }
}
