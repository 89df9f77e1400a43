package org.mkbackup.adapter.isal;

import com.sun.jna.Library;
import com.sun.jna.Pointer;

/** The library's calls, as {@code igzip_lib.h} declares them. */
interface LibIsal extends Library {
  int OK = 0;
  int SYNC_FLUSH = 1;

  /** What {@link #isal_inflate} returns when it wants more input, or more room. */
  int END_INPUT = 1;

  int OUT_OVERFLOW = 2;

  void isal_deflate_init(Pointer stream);

  int isal_deflate_set_dict(Pointer stream, Pointer dictionary, int length);

  int isal_deflate(Pointer stream);

  void isal_inflate_init(Pointer state);

  int isal_inflate(Pointer state);
}
