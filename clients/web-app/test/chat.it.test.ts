import { randomInt } from 'node:crypto';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { violations } from '../../ui/test/browser/axe.js';
import { executablePath, launch } from '../../ui/test/browser/chromium.js';
import { hills } from '../../ui/test/browser/hills.js';
import { EDGES, Person } from './person.js';
import { Balancer, STACK_FILE, killPart, startPart } from './stack.js';

describe.skipIf(executablePath === undefined)('people in browsers, on a running server', () => {
  let browser: Browser;
  const people: Person[] = [];
  /** The gateway that was killed: meanwhile people arrive at the first alone. */
  let isBack = Promise.resolve();

  beforeAll(async () => {
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    await isBack;
  });

  afterEach(async () => {
    const complaints = people.flatMap((person) => person.complaints);
    await Promise.all(people.splice(0).map((person) => person.context.close()));
    expect(complaints).toEqual([]);
  });

  async function arrives(name: string, edge = 0, options: BrowserContextOptions = {}): Promise<Person> {
    if (edge > 0) {
      await isBack;
    }
    const person = await Person.arrives(browser, name, edge, options);
    people.push(person);
    return person;
  }

  async function twoPeople(): Promise<[Person, Person]> {
    const alice = await (await arrives('Alice Martin')).signUp();
    const bob = await (await arrives('Bob Moreau', 1)).signUp();
    return [alice, bob];
  }

  const tick = (person: Person, text: string) => expect.poll(() => person.tickOf(text));

  test('what was said is there after a reload, and in a tab beside, which goes on when the first is closed', async () => {
    const [alice, bob] = await twoPeople();
    await alice.finds(bob);
    await alice.says('before the reload');
    await tick(alice, 'before the reload').toBe('Delivered');
    await alice.page.reload();
    await alice.sees('before the reload');
    await tick(alice, 'before the reload').toBe('Delivered');
    const beside = await alice.context.newPage();
    alice.follow(beside);
    await beside.goto(alice.page.url());
    await beside.locator('natter-message').filter({ hasText: 'before the reload' }).waitFor();
    await bob.opens('Alice Martin');
    await bob.says('to both tabs');
    await alice.sees('to both tabs');
    await beside.locator('natter-message').filter({ hasText: 'to both tabs' }).waitFor();
    await alice.page.close();
    await bob.says('to the one that is left');
    await beside.locator('natter-message').filter({ hasText: 'to the one that is left' }).waitFor();
    const composer = beside.getByRole('textbox', { name: 'Message' });
    await composer.fill('still here');
    await composer.press('Enter');
    await bob.sees('still here');
  });

  test('the app opens without a network, and what is written then is sent when it is back', async () => {
    const [alice, bob] = await twoPeople();
    await alice.finds(bob);
    await alice.says('with a network');
    await tick(alice, 'with a network').toBe('Delivered');
    const isKept = () =>
      alice.page.evaluate(async () => {
        const cache = await caches.open('natter-app-1');
        return (await cache.keys()).filter(({ url }) => /\.(js|css)$/.test(url)).length;
      });
    await expect.poll(isKept).toBeGreaterThan(1);
    await alice.context.setOffline(true);
    await alice.page.reload();
    await alice.sees('with a network');
    await alice.page.locator('.head').getByText('Bob Moreau').waitFor();
    await alice.page.getByText('No connection.').waitFor();
    await alice.says('without one');
    await bob.opens('Alice Martin');
    expect(await bob.message('without one').count()).toBe(0);
    expect(await alice.tickOf('without one')).toBe('Waiting to be sent');
    await alice.context.setOffline(false);
    await bob.sees('without one');
    await tick(alice, 'without one').toBe('Read');
    alice.complaints.length = 0; // A browser complains about each attempt to connect.
  });

  test('a group is made, joined by its link, talked in, and its author sees who has read', async () => {
    const [alice, bob] = await twoPeople();
    const carol = await (await arrives('Carol Nwosu')).signUp();
    await alice.page.getByRole('button', { name: 'New group' }).click();
    await alice.page.getByLabel('Name of the group').fill('Release party');
    await alice.page.getByRole('dialog').getByLabel('Add by user name').fill(bob.username);
    await alice.page.getByRole('dialog').getByLabel('Add by user name').press('Enter');
    await alice.page.getByRole('dialog').getByText(bob.name).waitFor();
    await alice.page.getByRole('button', { name: 'Create group' }).click();
    await alice.sees('You created the group');
    await alice.page.locator('.who').click();
    await alice.page.getByRole('button', { name: 'Make a link' }).click();
    const link = await alice.page.getByLabel('Link of the group').inputValue();
    const settings = alice.page.getByRole('button', { name: 'Settings of the group' });
    await settings.click();
    await alice.page.getByLabel('An admin lets in who comes by the link').check();
    await alice.page.getByRole('button', { name: 'Save' }).click();
    await settings.waitFor();
    await alice.page.getByRole('button', { name: 'Close' }).click();
    await carol.page.goto(link);
    await carol.page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click();
    await carol.page.getByText('An admin of the group has to let you in.').waitFor();
    await carol.page.getByRole('button', { name: 'Close' }).click();
    await alice.sees('Carol Nwosu would like to join');
    await alice.page.getByRole('button', { name: 'Let in' }).click();
    await carol.opens('Release party');
    await alice.says('who brings the cake?');
    await bob.opens('Release party');
    await bob.sees('who brings the cake?');
    await bob.says('carol does');
    await carol.sees('carol does');
    await alice.page.locator('.who').click();
    await alice.page.getByRole('button', { name: 'Make Bob Moreau an admin' }).click();
    await alice.page.getByRole('dialog').getByText('Admin', { exact: true }).waitFor();
    await alice.page.getByRole('button', { name: 'Change name and description' }).click();
    await alice.page.getByRole('textbox', { name: 'Name of the group' }).fill('Launch party');
    await alice.page.getByRole('button', { name: 'Save' }).click();
    await bob.page.locator('.head').getByText('Launch party').waitFor();
    await alice.page.getByRole('button', { name: 'Close' }).click();
    await alice.does('Message info', 'who brings the cake?');
    const info = alice.page.getByRole('dialog', { name: 'Message info' });
    await expect
      .poll(async () => {
        await info.getByRole('button', { name: 'Close' }).click();
        await alice.does('Message info', 'who brings the cake?');
        await info.getByText('Read by').waitFor();
        return info
          .locator('section')
          .first()
          .getByText(/Bob|Carol/)
          .count();
      })
      .toBe(2);
  });

  describe('two who stay for a while', () => {
    let balancer: Balancer;
    let alice: Person;
    let bob: Person;

    beforeAll(async () => {
      balancer = await Balancer.before([...EDGES].reverse());
      [alice, bob] = await Promise.all([
        Person.arrives(browser, 'Alice Martin'),
        Person.arrivesAt(browser, 'Bob Moreau', balancer.url),
      ]);
      await Promise.all([alice.signUp(), bob.signUp()]);
    });

    afterAll(async () => {
      await Promise.all([alice, bob].map((person) => person.context.close()));
      balancer.close();
      expect([alice, bob].flatMap((person) => person.complaints)).toEqual([]);
    });

    test('two find each other, see each other type, and see their messages sent, delivered and read', async () => {
      await alice.finds(bob);
      await alice.says('hello from alice');
      await tick(alice, 'hello from alice').toBe('Delivered');
      await bob.page.getByText('1 unread message').waitFor({ state: 'attached' });
      await bob.opens('Alice Martin');
      await bob.sees('hello from alice');
      await tick(alice, 'hello from alice').toBe('Read');
      await bob.page.locator('.head').getByText('online').waitFor();
      await bob.page.getByRole('textbox', { name: 'Message' }).pressSequentially('hi');
      await alice.page.locator('.head').getByText('typing…').waitFor();
      await bob.says('hi *alice* <img src=x onerror=alert(1)>');
      await alice.sees('hi alice <img src=x onerror=alert(1)>');
      expect(await alice.message('hi alice').locator('img').count()).toBe(0);
      await tick(bob, 'hi alice').toBe('Read');
    });

    test('they answer, react, edit and take back', async () => {
      await alice.says('lunch at noon?');
      await bob.sees('lunch at noon?');
      await bob.does('Reply', 'lunch at noon?');
      await bob.says('gladly');
      await alice.message('gladly').locator('.quote').getByText('lunch at noon?').waitFor();
      await bob.does('React with 👍', 'lunch at noon?');
      await alice.message('lunch at noon?').first().getByRole('button', { name: '👍' }).waitFor();
      await alice.does('Edit', 'lunch at noon?');
      await alice.says('lunch at one?');
      await bob.message('lunch at one?').getByText('edited').first().waitFor();
      await bob.does('Delete for everybody', 'gladly');
      await alice.sees('This message was deleted');
    });

    test('one who is blocked is not heard', async () => {
      await alice.page.locator('.who').click();
      await alice.page.getByRole('button', { name: 'Block', exact: true }).click();
      await alice.page.getByRole('button', { name: 'Unblock' }).waitFor();
      await alice.page.getByRole('button', { name: 'Close' }).click();
      await bob.says('can you hear me?');
      await tick(bob, 'can you hear me?').toBe('Sent');
      expect(await alice.message('can you hear me?').count()).toBe(0);
      await alice.page.locator('.who').click();
      await alice.page.getByRole('button', { name: 'Unblock' }).click();
      await alice.page.getByRole('button', { name: 'Block', exact: true }).waitFor();
      await alice.page.getByRole('button', { name: 'Close' }).click();
      await expect
        .poll(async () => {
          await bob.says('and now?');
          return alice.message('and now?').count();
        })
        .toBeGreaterThan(0);
      await alice.page.reload();
      await alice.opens('Bob Moreau');
      await alice.sees('and now?');
      expect(await alice.message('can you hear me?').count()).toBe(0);
    });

    const makeChannel = async (title: string, readers: string) => {
      await alice.page.getByRole('button', { name: 'Channels', exact: true }).first().click();
      const dialog = alice.page.getByRole('dialog', { name: 'Channels' });
      await dialog.getByLabel('Name of the channel').fill(title);
      await dialog.getByLabel(readers).check();
      await dialog.getByRole('button', { name: 'Create channel' }).click();
      await alice.page.locator('.head').getByText(title).waitFor();
    };
    const publish = async (text: string) => {
      await alice.page.getByRole('textbox', { name: 'Publish something' }).fill(text);
      await alice.page.keyboard.press('Enter');
    };

    test('a channel is followed by its link, and what is published is there at once', async () => {
      await makeChannel('Canteen', 'Everybody on this server');
      await publish('lentil soup');
      await tick(alice, 'lentil soup').toBe('Sent');
      await alice.page.locator('.who').click();
      const link = await alice.page.getByLabel('Link of the channel').inputValue();
      await alice.page.getByRole('button', { name: 'Close' }).click();

      await bob.page.getByRole('searchbox').fill(link);
      await bob.page.getByRole('button', { name: 'Open this link' }).click();
      await bob.sees('lentil soup');
      await publish('and trout');
      await bob.sees('and trout');
      await bob.page.getByRole('button', { name: 'Follow', exact: true }).click();
      await bob.row('Canteen').waitFor();
      await bob.finds(alice);
      await publish('no trout any more');
      await bob.row('Canteen').getByText('1 unread message').waitFor({ state: 'attached' });
      await bob.page.reload();
      await bob.opens('Canteen');
      await bob.sees('no trout any more');
      await expect.poll(() => bob.row('Canteen').getByText('unread message').count()).toBe(0);
      await bob.page.locator('.who').click();
      await bob.page.getByRole('button', { name: 'Unfollow' }).click();
      await expect.poll(() => bob.row('Canteen').count()).toBe(0);
    });

    test('a channel for those who have its link is read until the link is ended and one is taken out', async () => {
      await makeChannel('Garden', 'Only those who have its link');
      await publish('we plant on Friday');
      await alice.page.locator('.who').click();
      await alice.page.getByRole('button', { name: 'Make a link' }).click();
      const link = await alice.page.getByLabel('Link of the channel').inputValue();
      const opensLink = async () => {
        await bob.page.getByRole('searchbox').fill(link);
        await bob.page.getByRole('button', { name: 'Open this link' }).click();
      };
      await opensLink();
      await bob.sees('we plant on Friday');
      await bob.row('Garden').waitFor();
      await alice.page.getByRole('button', { name: 'End the link' }).click();
      await alice.page.getByText('No link leads here any more.').waitFor();
      await alice.page.getByLabel('Take a reader out, by user name').fill(bob.username);
      await alice.page.getByRole('button', { name: 'Take out' }).click();
      await alice.page.getByText('Bob Moreau does not read here any more.').waitFor();
      await alice.page.getByRole('button', { name: 'Close' }).click();
      await bob.finds(alice);
      await expect.poll(() => bob.row('Garden').count()).toBe(0);
      await opensLink();
      await bob.page.getByText('This link is not valid any more.').waitFor();
      await bob.page.getByRole('searchbox').fill('');
    });

    test('one finds what was said, and sets for oneself what stays', async () => {
      await bob.finds(alice);
      await bob.says('the lemon cake is in the fridge');
      await alice.row('Bob Moreau').getByText('1 unread message').waitFor({ state: 'attached' });
      await bob.says('and the keys are on the table');
      await alice.row('Bob Moreau').getByText('2 unread messages').waitFor({ state: 'attached' });
      const search = alice.page.getByRole('searchbox');
      const found = alice.page.locator('natter-search .hit mark').getByText('lemon');
      // The index follows what is said by a moment.
      await expect
        .poll(async () => {
          await search.fill('');
          await search.fill('lemons');
          await alice.page.locator('natter-search').getByText('Nothing found').or(found).first().waitFor();
          return found.count();
        })
        .toBe(1);
      await found.click();
      await alice.page.locator('.slot.shown').getByText('the lemon cake is in the fridge').waitFor();
      await search.fill('');
      await expect.poll(() => alice.row('Bob Moreau').getByText('unread message').count()).toBe(0);

      await alice.sets('Mark as unread', 'Bob Moreau');
      await alice.row('Bob Moreau').getByRole('img', { name: 'Marked as unread' }).waitFor();
      await alice.sets('Mute', 'Bob Moreau');
      await alice.sets('Archive', 'Bob Moreau');
      await alice.page.reload();
      await alice.page.getByRole('button', { name: '1 archived chat' }).click();
      await alice.row('Bob Moreau').getByRole('img', { name: 'Muted' }).waitFor();
      await alice.opens('Bob Moreau');
      await expect.poll(() => alice.row('Bob Moreau').getByRole('img', { name: 'Marked as unread' }).count()).toBe(0);
      await alice.sets('Out of the archive', 'Bob Moreau');
      await alice.page.getByRole('button', { name: 'Chats', exact: true }).click();
      await alice.row('Bob Moreau').waitFor();
    });

    test('a picture of oneself and one in a message are uploaded, and seen by the other', async () => {
      const buffer = Buffer.from(await alice.page.evaluate(hills, 1));
      await bob.shows(buffer);
      await bob.finds(alice);
      await alice.finds(bob);
      await alice.page.locator('.head natter-avatar img').waitFor();
      const chooser = alice.page.locator('natter-composer input[type=file]');
      await chooser.setInputFiles({ name: 'hills.png', mimeType: 'image/png', buffer });
      await alice.says('where we were');
      await tick(alice, 'where we were').toBe('Read');
      await bob.message('where we were').getByRole('button', { name: 'Photo' }).click();
      const picture = bob.page.getByRole('dialog', { name: 'Photo' }).locator('img');
      await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(800);
      await bob.page.keyboard.press('Escape');
    });

    test.skipIf(STACK_FILE === undefined)('a gateway is killed in the middle of it, and the chat goes on', async () => {
      await alice.opens('Bob Moreau');
      await bob.opens('Alice Martin');
      const gateway = `gateway-${EDGES.length}`;
      killPart(gateway);
      try {
        await alice.says('are you still there?');
        await bob.says('yes, I am');
        await alice.sees('yes, I am');
        await bob.sees('are you still there?');
        await tick(alice, 'are you still there?').toBe('Read');
      } finally {
        isBack = startPart(gateway);
      }
      bob.complaints.length = 0; // A browser complains about each attempt to connect.
    });
  });

  test('a wrong password is said to be wrong, and who signs out leaves nothing behind', async () => {
    // Axe is put into the page, which its policy forbids.
    const alice = await arrives('Alice Martin', 0, { bypassCSP: true, reducedMotion: 'reduce' });
    await alice.page.getByLabel('User name').waitFor();
    const isClean = async (place: string) => expect(await violations(alice.page), place).toEqual([]);
    await isClean('sign-in, light');
    await alice.page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await isClean('sign-in, dark');
    await alice.signUp();
    const settings = await alice.opensSettings();
    await isClean('settings, dark');
    await settings.getByLabel('Appearance').selectOption('Light');
    await isClean('settings, light');
    const colorScheme = () => alice.page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    expect(await colorScheme()).toBe('light');
    await settings.getByLabel('About you').fill('At sea');
    await settings.getByRole('button', { name: 'Save' }).click();
    await settings.getByText('Saved').waitFor();
    await settings.getByRole('button', { name: 'Sign out' }).click();
    await alice.page.getByLabel('User name').fill(alice.username);
    await alice.page.getByRole('textbox', { name: 'Password' }).fill('not-the-password');
    await alice.page.getByRole('button', { name: 'Sign in' }).click();
    await alice.page.getByText('The user name or password is wrong.').waitFor();
    expect(await alice.page.evaluate(countStored)).toBe(0);
    await alice.page.getByRole('textbox', { name: 'Password' }).fill(alice.password);
    await alice.page.getByRole('button', { name: 'Sign in' }).click();
    await alice.isIn();
    expect(await colorScheme()).toBe('light');
  });

  // The other realm of the local stack's Keycloak is as any provider; see outside-realm.json.
  test.skipIf(STACK_FILE === undefined)('one signs in by another provider', async () => {
    const olga = await arrives('Olga Outside');
    await olga.page.getByRole('button', { name: 'Continue with Outside' }).click();
    await olga.page.getByLabel('Username').fill('olga');
    await olga.page.getByRole('textbox', { name: 'Password' }).fill('from-elsewhere');
    await olga.page.getByRole('button', { name: 'Sign In' }).click();
    await olga.isIn();
    const settings = await olga.opensSettings();
    expect(await settings.getByLabel('Your name').inputValue()).toBe('Olga Outside');
  });

  test('one signs in by a code, and another browser by a link that the first approves', async () => {
    const dora = await arrives('Dora Keller');
    const phone = `+49151${randomInt(10_000_000, 99_999_999)}`;
    await dora.page.getByRole('tab', { name: 'Phone, e-mail' }).click();
    await dora.page.getByLabel('Phone number or e-mail address').fill(phone);
    await dora.page.getByRole('button', { name: 'Send code' }).click();
    await dora.page.getByLabel('Code of six digits').fill(await codeSentTo(phone));
    await dora.page.getByRole('button', { name: 'Sign in' }).click();
    await dora.page.getByLabel('Your name').fill('Dora Keller');
    await dora.page.getByRole('button', { name: 'Create account' }).click();
    await dora.isIn();
    // Who has come by a number has no name to be found by yet.
    const profile = await dora.opensSettings();
    await profile.getByLabel('User name').fill(dora.username);
    await profile.getByRole('button', { name: 'Save' }).click();
    await profile.getByText(`@${dora.username}`).waitFor();
    await profile.getByRole('button', { name: 'Close' }).click();

    const second = await arrives('Dora Keller', 1);
    await second.page.getByRole('tab', { name: 'Other device' }).click();
    const code = (await second.page.locator('.link-code').textContent())!;
    const settings = await dora.opensSettings();
    await settings.getByLabel('Code of the new device').fill(code);
    await settings.getByRole('button', { name: 'Let a device in' }).click();
    await settings.getByRole('button', { name: 'Let it in' }).click();
    await settings.getByText('The device is signed in now.').waitFor();
    await second.isIn();

    await settings.getByRole('button', { name: 'Close' }).click();
    const again = await dora.opensSettings();
    await again.getByRole('button', { name: /^Remove / }).click();
    await second.page.getByRole('heading', { name: 'Welcome to Natter' }).waitFor();
  });
});

/** The local stack keeps the codes that it would send. */
async function codeSentTo(phone: string): Promise<string> {
  const code = async () => {
    const response = await fetch(`${EDGES[0]}/v1/dev/outbox?to=${encodeURIComponent(phone)}`);
    return /\b\d{6}\b/.exec(await response.text())?.[0];
  };
  // The page may still be asking for it.
  await expect.poll(code, { timeout: 10_000 }).toBeDefined();
  return (await code())!;
}

/** How many things this origin keeps in all databases; runs in the page. */
async function countStored(): Promise<number> {
  const result = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  let count = 0;
  for (const { name } of await indexedDB.databases()) {
    const database = await result(indexedDB.open(name!));
    for (const store of database.objectStoreNames) {
      count += await result(database.transaction(store).objectStore(store).count());
    }
    database.close();
  }
  return count;
}
