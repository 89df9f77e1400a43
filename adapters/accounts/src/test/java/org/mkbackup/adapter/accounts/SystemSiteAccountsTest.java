package org.mkbackup.adapter.accounts;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mkbackup.contract.PrivateRoot;

/** Real users, a real mount table and real mounts, on a copy-on-write view of this machine. */
class SystemSiteAccountsTest {

  @TestFactory
  Stream<DynamicTest> onThisMachine() throws Exception {
    PrivateRoot.assumePossible("Real users, mount tables and mounts");
    return PrivateRoot.sharing()
        .tests(
            SystemSiteAccountsCases.class,
            UserAccountCases.class,
            UnmountCases.class,
            HostileTmpCases.class);
  }
}
