package org.mkbackup.launcher.wiring;

import com.google.inject.Provider;
import com.google.inject.ProvisionException;
import java.util.Optional;
import org.mkbackup.application.job.Settings;
import org.mkbackup.domain.failure.ConfigurationException;

/**
 * Settings that are asked for before it is known whether the site is whole, and whether what is
 * done needs them: those that make no sense don't keep a site from being restored. Whoever needs
 * them reads them again.
 */
final class EarlySettings {
  private EarlySettings() {}

  static Optional<Settings> of(Provider<Settings> settings) {
    try {
      return Optional.of(required(settings));
    } catch (ConfigurationException senseless) {
      return Optional.empty();
    }
  }

  /** The settings, for who can't do without; fails with what is wrong with them. */
  static Settings required(Provider<Settings> settings) {
    try {
      return settings.get();
    } catch (ProvisionException e) {
      if (e.getCause() instanceof ConfigurationException wrong) {
        throw wrong;
      }
      throw e;
    }
  }
}
