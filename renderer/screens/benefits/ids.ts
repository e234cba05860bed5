/** Elements that keys refer to. */
export const CARD_ID = 'benefit-card';
export const SERVICE_ID = 'benefit-service';
