package org.mkbackup.adapter.omd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.site.SiteName;

class UserIdTest {
  @Test
  void knowsUsersByName() {
    assertEquals(OptionalLong.of(0), UserId.of(new SiteName("root")));
    assertEquals(OptionalLong.empty(), UserId.of(new SiteName("no_such_user_1")));
  }
}
