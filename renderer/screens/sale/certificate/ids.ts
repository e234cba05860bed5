/** The field of the certificate dialog that has the keyboard. */
export const CERTIFICATE_FIELD_ID = 'certificate-field';
export const CERTIFICATE_PIN_ID = 'certificate-pin';
