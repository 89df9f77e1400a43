package org.mkbackup.adapter.sitearchive;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mkbackup.contract.PrivateRoot;

/** Owners, capabilities, ACLs and mounts, on a copy-on-write view of this machine. */
class SystemRootTest {

  @TestFactory
  Stream<DynamicTest> asRoot() throws Exception {
    PrivateRoot.assumePossible("Owners, capabilities, ACLs and mounts");
    return PrivateRoot.sharing()
        .tests(ExtendedAttributesCases.class, LiveSystemCases.class, SilentMountCases.class);
  }
}
