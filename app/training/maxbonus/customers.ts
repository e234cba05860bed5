import type { TrainingCustomer } from './model.ts';

/** Four customers for four ways through a sale. Cards have 16 digits, so that they are not taken for product numbers. */
export const TRAINING_CUSTOMERS = [
  {
    phone: '79141233377',
    firstName: 'Дмитрий',
    patronymic: 'Сергеевич',
    familyName: 'Иванов',
    card: '7700001233377001',
    qr: 'MB-QR-7F3A9C51D2E84B06',
    shortCode: '482915',
    balance: 1842.16,
    accrualPercent: 15,
    needsPin: true,
    hasChatBot: true,
  },
  {
    phone: '79241110055',
    firstName: 'Анна',
    patronymic: 'Петровна',
    familyName: 'Соколова',
    card: '7700001110055002',
    qr: 'MB-QR-1B64E0F7A2C93D58',
    shortCode: '306174',
    balance: 640,
    accrualPercent: 5,
    needsPin: false,
    hasChatBot: true,
  },
  {
    phone: '79142222249',
    firstName: 'Николай',
    patronymic: '',
    familyName: 'Егоров',
    card: '7700002222249003',
    qr: 'MB-QR-90D3C6B8E5F1274A',
    shortCode: '751038',
    balance: 0.11,
    accrualPercent: 5,
    needsPin: true,
    hasChatBot: true,
  },
  {
    phone: '79643334466',
    firstName: 'Мария',
    patronymic: 'Ильинична',
    familyName: 'Попова',
    card: '7700003334466004',
    qr: 'MB-QR-C4E82A7F05B9136D',
    shortCode: '619820',
    balance: 215.5,
    accrualPercent: 5,
    needsPin: true,
    hasChatBot: false,
  },
] as const satisfies readonly TrainingCustomer[];

/** Cards to hand out to new customers (MaxBonus integrator's manual, scenario 1.Б). */
export const TRAINING_BLANK_CARDS = ['7700009990001005', '7700009990002006'] as const;
