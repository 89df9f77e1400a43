package org.mkbackup.architecture;

import java.util.Locale;

/**
 * Packages that are laid out like the program's own: the program, or a small house in which one
 * rule is broken.
 *
 * @param root the package that all others are below
 */
record House(String root) {

  static House program() {
    return new House("org.mkbackup");
  }

  /** The house in which a rule is broken. */
  static House breaking(Rule rule) {
    return new House(
        House.class.getPackageName()
            + ".fixture."
            + rule.name().toLowerCase(Locale.ROOT).replace("_", ""));
  }

  String domain() {
    return root + ".domain..";
  }

  String ports() {
    return root + ".domain.port";
  }

  String failures() {
    return root + ".domain.failure";
  }

  String application() {
    return root + ".application..";
  }

  String adapters() {
    return root + ".adapter..";
  }

  String adapter(String name) {
    return root + ".adapter." + name + "..";
  }

  String launcher() {
    return root + ".launcher..";
  }

  String contractKit() {
    return root + ".contract..";
  }
}
