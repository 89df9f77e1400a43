package org.mkbackup.adapter.mounts;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mkbackup.contract.PrivateRoot;

/** A real SSH server and real mounts, on a copy-on-write view of this machine. */
class SystemMountsTest {

  @TestFactory
  Stream<DynamicTest> onThisMachine() throws Exception {
    PrivateRoot.assumePossible("Real mounts");
    return PrivateRoot.sharing().tests(RealMountCases.class, SshfsContractCases.class);
  }
}
