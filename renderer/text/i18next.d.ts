import 'i18next';
import type { ru } from './ru.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof ru };
    interpolationFormatTypeMap: { money: string | number };
  }
}
