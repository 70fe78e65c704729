import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';

export const EDGES = (process.env.NATTER_URL ?? '').split(',');

/** Somebody with a browser of their own, who does all they do in the page. */
export class Person {
  readonly password = randomUUID();
  readonly username: string;
  /** What the browser complained about: errors, and what the content security policy has stopped. */
  readonly complaints: string[] = [];

  private constructor(
    readonly name: string,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    this.username = `${name.split(' ')[0]!.toLowerCase()}_${randomUUID().slice(0, 8)}`;
    this.follow(page);
  }

  /** In a new browser, at the gateway of that number. */
  static arrives(browser: Browser, name: string, edge = 0, options: BrowserContextOptions = {}): Promise<Person> {
    return this.arrivesAt(browser, name, EDGES[edge % EDGES.length]!, options);
  }

  /** In a new browser, at that address. */
  static async arrivesAt(
    browser: Browser,
    name: string,
    address: string,
    options: BrowserContextOptions = {},
  ): Promise<Person> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, ...options });
    const page = await context.newPage();
    const person = new Person(name, context, page);
    await page.goto(address);
    return person;
  }

  follow(page: Page): void {
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      // A refusal that the page shows is also an error of the network to the console.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        this.complaints.push(message.text());
      }
    });
  }

  async signUp(): Promise<this> {
    const { page } = this;
    await page.getByRole('button', { name: 'I am new here' }).click();
    await page.getByLabel('Your name').fill(this.name);
    await page.getByLabel('User name').fill(this.username);
    await page.getByRole('textbox', { name: 'Password' }).fill(this.password);
    await page.getByRole('button', { name: 'Create account' }).click();
    await this.isIn();
    return this;
  }

  async isIn(): Promise<void> {
    await this.page.getByRole('heading', { name: 'Chats' }).waitFor();
  }

  /** Finds somebody by user name and opens the conversation with them. */
  async finds(other: Person): Promise<void> {
    const search = this.page.getByRole('searchbox');
    await search.fill(other.username);
    await search.press('Enter');
    await this.page.locator('.head').getByText(other.name).waitFor();
  }

  /** Opens a conversation of the list. */
  async opens(title: string): Promise<void> {
    await this.page.locator('natter-conversation-list').getByText(title, { exact: true }).click();
    await this.page.locator('.head').getByText(title).waitFor();
  }

  async says(text: string): Promise<void> {
    const composer = this.page.getByRole('textbox', { name: 'Message' });
    await composer.fill(text);
    await composer.press('Enter');
  }

  /** The message with these words, in the open conversation. */
  message(text: string): Locator {
    return this.page.locator('natter-message').filter({ hasText: text });
  }

  async sees(text: string): Promise<void> {
    await this.message(text).first().waitFor();
  }

  tickOf(text: string): Promise<string | null> {
    return this.message(text).locator('.tick').getAttribute('aria-label');
  }

  /** The row of a conversation in the list. */
  row(title: string): Locator {
    return this.page.locator('natter-conversation-list .chat').filter({ hasText: title });
  }

  /** Opens a conversation's menu and chooses from it. */
  async sets(item: string, title: string): Promise<void> {
    await this.row(title).click({ button: 'right' });
    await this.page.getByRole('menuitem', { name: item, exact: true }).click();
  }

  /** Opens a message's menu and chooses from it. */
  async does(item: string, text: string): Promise<void> {
    await this.message(text).first().hover();
    await this.message(text).first().getByRole('button', { name: 'Menu' }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** Has a picture of these bytes from now on. */
  async shows(picture: Buffer): Promise<void> {
    const settings = await this.opensSettings();
    await settings
      .locator('input[type=file]')
      .setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: picture });
    await settings.getByRole('button', { name: 'Remove the picture' }).waitFor();
    await settings.getByRole('button', { name: 'Close' }).click();
  }

  async opensSettings(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Settings' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Settings' });
    await dialog.getByText('This device').waitFor();
    return dialog;
  }
}
