/** Fields of the registration form that the keyboard is sent to. */
export const FAMILY_NAME_ID = 'registration-family-name';
export const BIRTHDAY_ID = 'registration-birthday';
export const PIN_ID = 'registration-pin';
