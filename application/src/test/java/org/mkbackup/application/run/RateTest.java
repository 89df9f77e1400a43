package org.mkbackup.application.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateTest {
  private static final Instant BEGAN = Instant.ofEpochSecond(1_000);

  private final Rate rate = new Rate(BEGAN);

  @Test
  void isZeroAtTheBeginning() {
    assertEquals(0, rate.at(BEGAN));
  }

  @Test
  void isTheFirstMeasureAtFirst() {
    rate.add(500);

    assertEquals(100, rate.at(BEGAN.plusSeconds(5)));
  }

  @Test
  void losesHalfOfThePastInTenSeconds() {
    rate.add(1_000);
    rate.at(BEGAN.plusSeconds(1));

    assertEquals(500, rate.at(BEGAN.plusSeconds(11)));
  }

  @Test
  void goesOnWhenTheClockIsSetBack() {
    rate.add(1_000);
    rate.at(BEGAN.plusSeconds(10));

    assertEquals(100, rate.at(BEGAN.minusSeconds(3600)));
    assertEquals(50, rate.at(BEGAN.minusSeconds(3590)));
  }

  @Test
  void staysWhereItIsAtAConstantPace() {
    for (int second = 1; second <= 20; second++) {
      rate.add(300);
      assertEquals(300, rate.at(BEGAN.plusSeconds(second)), 1e-9);
    }
  }

  @Test
  void asksTwiceAtOneInstantAndAnswersTheSame() {
    rate.add(100);

    assertEquals(rate.at(BEGAN.plusSeconds(1)), rate.at(BEGAN.plusSeconds(1)));
  }
}
