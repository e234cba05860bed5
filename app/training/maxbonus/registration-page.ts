import type { ServerResponse } from 'node:http';

export const REGISTRATION_PATH = '/registration';

/** Stands in for the page of a real shop: nobody can register there. */
export async function showRegistrationPage(response: ServerResponse, shop: string): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html>
<html lang="ru">
<title>Регистрация покупателя</title>
<h1>Регистрация покупателя</h1>
<p>${shop}. Учебная страница: на настоящей покупатель заполнил бы анкету сам.</p>
</html>
`);
}
