package org.mkbackup.adapter.cron;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mkbackup.contract.PrivateRoot;

class RealCronTest {

  @TestFactory
  Stream<DynamicTest> debiansCron() throws IOException, InterruptedException {
    PrivateRoot.assumePossible("Runs by the real cron");
    return PrivateRoot.sharing().tests(RealCronCases.class);
  }
}
