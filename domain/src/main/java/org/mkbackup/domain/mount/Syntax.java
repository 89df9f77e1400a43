package org.mkbackup.domain.mount;

/**
 * Parts of sources and options, as regular expressions. None can be taken for an option, or for
 * two: they don't begin with '-', and hold no commas and backslashes.
 */
final class Syntax {
  static final String NAME = "[A-Za-z0-9](?:[-A-Za-z0-9._]{0,252})";
  static final String IPV6 = "\\[[0-9A-Fa-f:.]{2,45}(?:%[A-Za-z0-9.]{1,15})?\\]";
  static final String SHARE = "[^\\p{Cntrl},\\\\/\"]+";
  static final String PATH = "[^\\p{Cntrl},\\\\\"]*";
  static final String USER = "[A-Za-z0-9_][-A-Za-z0-9_.]{0,31}";
  static final String NUMBER = "[0-9]{1,5}";
  static final String MODE = "0?[0-7]{3}";

  private Syntax() {}
}
