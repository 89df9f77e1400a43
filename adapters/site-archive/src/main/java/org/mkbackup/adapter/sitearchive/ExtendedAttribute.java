package org.mkbackup.adapter.sitearchive;

/**
 * An extended attribute of a file, see {@code xattr(7)}. ACLs and capabilities are such, too.
 *
 * @param name raw, with its namespace: {@code user.comment}
 * @param value raw: one char for each byte
 */
record ExtendedAttribute(String name, String value) {}
