package org.mkbackup.domain.host;

/**
 * Offers an adapter for a port. Found with {@link java.util.ServiceLoader}; the class needs a
 * public constructor without parameters that does nothing. Ids are unique among the providers of a
 * port.
 *
 * @param <P> the port
 */
public interface AdapterProvider<P> {

  /** Lower-case letters, digits and '-', beginning with a letter. */
  String id();

  Class<P> port();

  /**
   * Makes the adapter, at most once, when it is first needed. Reads and touches nothing outside
   * yet.
   */
  P create(Host host);
}
