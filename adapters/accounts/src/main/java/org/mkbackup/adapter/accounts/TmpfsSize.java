package org.mkbackup.adapter.accounts;

import java.util.regex.Pattern;
import org.mkbackup.domain.failure.SiteException;

/** The size of a tmpfs, as mount(8) takes it. Nothing else can be in it. */
record TmpfsSize(String value) {
  private static final Pattern RULE = Pattern.compile("[0-9]{1,18}[kKmMgGtT%]?");

  TmpfsSize {
    if (!RULE.matcher(value).matches()) {
      throw new SiteException(
          "'" + value + "' is not a size for the site's tmp",
          "Give a number of bytes, with k, m or g, or a share of the memory with %, as in 500M");
    }
  }
}
