import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { executablePath, launch } from '../../ui/test/browser/chromium.js';
import { hills } from '../../ui/test/browser/hills.js';
import { EDGES, Person } from './person.js';

/** Where the pictures of the documentation go; they are taken only if this is named. */
const FOLDER = process.env.NATTER_SCREENSHOTS;
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

describe.skipIf(executablePath === undefined || FOLDER === undefined)('pictures', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
  });

  test('of two people, a group and a channel', async () => {
    const alice = await Person.arrives(browser, 'Alice Martin', 0, { reducedMotion: 'reduce' });
    await alice.page.getByLabel('User name').waitFor();
    await alice.page.screenshot({ path: `${FOLDER}/sign-in.png` });
    await alice.signUp();
    const bob = await (await Person.arrives(browser, 'Bob Moreau', 1)).signUp();
    const carol = await (await Person.arrives(browser, 'Carol Nwosu')).signUp();
    const picture = async (number: number) => Buffer.from(await alice.page.evaluate(hills, number));
    await carol.shows(await picture(3));

    await carol.finds(alice);
    await carol.says('See you on Monday!');
    await carol.page.getByRole('button', { name: 'New group' }).click();
    await carol.page.getByLabel('Name of the group').fill('Release party');
    const dialog = carol.page.getByRole('dialog');
    for (const other of [alice, bob]) {
      await dialog.getByLabel('Add by user name').fill(other.username);
      await dialog.getByLabel('Add by user name').press('Enter');
      await dialog.getByText(other.name).waitFor();
    }
    await carol.page.getByRole('button', { name: 'Create group' }).click();
    await carol.sees('You created the group');
    await carol.page.locator('.who').click();
    const face = { name: 'party.png', mimeType: 'image/png', buffer: await picture(4) };
    await carol.page.locator('natter-details-dialog input[type=file]').setInputFiles(face);
    await carol.page.getByRole('button', { name: 'Remove the picture' }).waitFor();
    await carol.page.getByRole('button', { name: 'Settings of the group' }).click();
    await carol.page.getByLabel('Vanishing messages').selectOption('7 days');
    await carol.page.screenshot({ path: `${FOLDER}/group-settings.png` });
    await carol.page.getByRole('button', { name: 'Cancel' }).click();
    await carol.page.getByRole('button', { name: 'Close' }).click();
    await carol.says('I bring the cake 🍰');
    await carol.says('Chocolate or lemon?');
    await bob.opens('Release party');
    await bob.sees('Chocolate or lemon?');
    await bob.says('Lemon!');

    await carol.page.getByRole('button', { name: 'Channels', exact: true }).first().click();
    const channels = carol.page.getByRole('dialog', { name: 'Channels' });
    await channels.getByLabel('Name of the channel').fill('Canteen');
    await channels.getByLabel('What it is about').fill('What there is for lunch, every day at ten.');
    await carol.page.screenshot({ path: `${FOLDER}/channels.png` });
    await channels.getByRole('button', { name: 'Create channel' }).click();
    const publish = async (text: string) => {
      await carol.page.getByRole('textbox', { name: 'Publish something' }).fill(text);
      await carol.page.keyboard.press('Enter');
      await carol.sees(text);
    };
    await publish('Good morning! From today on you find the menu here.');
    await publish('Today: lentil soup, trout with almonds, or a stew of whatever the garden gives. And apple cake.');
    await alice.page.getByRole('searchbox').fill(carol.page.url());
    await alice.page.getByRole('button', { name: 'Open this link' }).click();
    await alice.sees('Today: lentil soup');
    await alice.page.getByRole('button', { name: 'Follow', exact: true }).click();
    await alice.row('Canteen').waitFor();

    await bob.finds(alice);
    await bob.says('Hi Alice! Did the train make it on time?');
    await alice.opens('Bob Moreau');
    await alice.sees('Did the train make it');
    await alice.says('Almost. Twelve minutes late, which is early by their standards 😄');
    await bob.sees('Twelve minutes late');
    await bob.says('I have put the *draft* here: https://example.com/drafts/42 – have a look when you can');
    await alice.sees('have a look');
    await alice.says('The second part is great. I would only shorten the introduction; it says the same thing twice.');
    await bob.sees('The second part is great');
    await bob.does('React with 👍', 'The second part is great');
    await bob.does('Reply', 'The second part is great');
    await bob.says('Agreed, I will cut it');
    await alice.sees('Agreed, I will cut it');
    await alice.says('🎉');
    await publish('The trout is gone. There is still cake!');
    await alice.row('Canteen').getByText('1 unread message').waitFor({ state: 'attached' });
    await alice.says('Lunch at half past twelve?');
    await bob.sees('Lunch at half past twelve?');
    await bob.page.getByRole('textbox', { name: 'Message' }).pressSequentially('Yes, ');
    await alice.page.locator('.head').getByText('typing…').waitFor();
    await alice.page.screenshot({ path: `${FOLDER}/light.png` });
    await bob.says('Yes, gladly');
    await alice.sees('Yes, gladly');
    await alice.page.emulateMedia({ colorScheme: 'dark' });
    await alice.page.screenshot({ path: `${FOLDER}/dark.png` });
    await alice.opens('Release party');
    await alice.sees('Lemon!');
    await alice.page.screenshot({ path: `${FOLDER}/group.png` });
    await alice.page.emulateMedia({ colorScheme: 'light' });
    await alice.opens('Canteen');
    await alice.sees('There is still cake!');
    await alice.page.screenshot({ path: `${FOLDER}/channel.png` });
    await alice.page.locator('.who').click();
    await alice.page.getByRole('dialog', { name: 'Canteen' }).waitFor();
    await alice.page.screenshot({ path: `${FOLDER}/channel-details.png` });
    await alice.page.getByRole('button', { name: 'Close' }).click();

    const phone = await browser.newContext({ locale: 'en-GB', ...PHONE });
    const page = await phone.newPage();
    await page.goto(EDGES[0]!);
    await page.getByLabel('User name').fill(alice.username);
    await page.getByRole('textbox', { name: 'Password' }).fill(alice.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Yes, gladly').waitFor();
    await page.screenshot({ path: `${FOLDER}/phone-list.png` });
    await page.locator('natter-conversation-list').getByText('Bob Moreau', { exact: true }).click();
    await page.locator('natter-message').last().waitFor();
    await page.screenshot({ path: `${FOLDER}/phone.png` });
    await page.getByRole('button', { name: 'Back' }).click();
    await page.locator('natter-conversation-list').getByText('Canteen', { exact: true }).click();
    await page.locator('natter-message').last().waitFor();
    await page.screenshot({ path: `${FOLDER}/phone-channel.png` });
  });
});
