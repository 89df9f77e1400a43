package org.mkbackup.adapter.crypto;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A self-signed X.509 certificate, as Checkmk makes them: for thirty years of 365 days.
 *
 * @param organization the {@code O} of subject and issuer
 * @param owner the {@code CN} of both
 * @param from the beginning of its validity
 */
record SelfSigned(String organization, String owner, Instant from) {
  private static final Duration VALIDITY = Duration.ofDays(30 * 365);
  private static final int SERIAL_BITS = 128;

  X509CertificateHolder certificate(KeyPair pair, SecureRandom random)
      throws OperatorCreationException, CertIOException {
    X500Name name =
        new X500NameBuilder().addRDN(BCStyle.O, organization).addRDN(BCStyle.CN, owner).build();
    return new X509v3CertificateBuilder(
            name,
            new BigInteger(SERIAL_BITS, random).setBit(0),
            Date.from(from),
            Date.from(from.plus(VALIDITY)),
            name,
            SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
        .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()));
  }
}
