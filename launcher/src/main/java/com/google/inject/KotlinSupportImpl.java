package com.google.inject;

/**
 * Tells Guice at once that there is no support for Kotlin, by having no instance. Guice asks for a
 * class of this name; Java would look for it in all jars.
 */
final class KotlinSupportImpl {
  private KotlinSupportImpl() {}
}
