package org.mkbackup.adapter.sitearchive;

/**
 * Whose a file is.
 *
 * @param userName raw; empty where the number has no name
 * @param groupName raw; empty where the number has no name
 */
record Owner(long uid, long gid, String userName, String groupName) {}
