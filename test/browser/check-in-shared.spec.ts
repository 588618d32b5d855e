import { checkIn, DeskWorld, goOffline, search } from './check-in.world';
import { PHONE, until } from './world';

/** The first version kept one desk a list, whoever worked at it. */
const AS_VERSION_1 = `new Promise((done, failed) => {
  const opening = indexedDB.open('convener-check-in');
  opening.onerror = failed;
  opening.onsuccess = () => {
    const db = opening.result;
    const reading = db.transaction('desks').objectStore('desks').getAll();
    reading.onsuccess = () => {
      db.close();
      indexedDB.deleteDatabase('convener-check-in').onsuccess = () => {
        const old = indexedDB.open('convener-check-in', 1);
        old.onerror = failed;
        old.onupgradeneeded = () => {
          for (const name of ['desks', 'lists']) old.result.createObjectStore(name, { keyPath: 'registerId' });
          for (const desk of reading.result) old.transaction.objectStore('desks').put(desk);
        };
        old.onsuccess = () => { old.result.close(); done(reading.result.length); };
      };
    };
  };
})`;

/** A tablet at the entrance goes from hand to hand. */
describe('a device that several people check guests in with', () => {
  let desks: DeskWorld;

  beforeAll(async () => {
    desks = await DeskWorld.open();
    await desks.colleague('王思涵', 'member@example.test');
  });
  afterAll(() => desks.close());

  it('keeps what waits for its author, and neither shows nor sends it in the name of the next', async () => {
    await desks.guest('A001');
    await desks.guest('A002');
    const tablet = await desks.device('member@example.test');
    await desks.begin(tablet, '大門');
    await goOffline(tablet);
    await checkIn(tablet, 'A001');
    await tablet.getByText('1 筆待送出').waitFor();
    await tablet.context().clearCookies();
    await tablet.context().setOffline(false);
    await tablet.waitForURL(/sign-in/);

    await desks.world.signIn(tablet, 'manager@example.test');
    await desks.begin(tablet, '大門（經理）');
    await checkIn(tablet, 'A002');
    await until(async () => (await desks.arrived()) === 1, 'the arrival of the second guest');
    await search(tablet).fill('來賓A001');
    await tablet.getByRole('button', { name: '為「來賓A001」報到' }).waitFor();

    await desks.world.signIn(tablet, 'member@example.test');
    await desks.toDesk(tablet);
    await until(async () => (await desks.arrived()) === 2, 'the arrival that waited');
    // Its own letter too, behind which its receipts are counted.
    await tablet.getByText('A · 大門').waitFor();
    await tablet.context().close();
  });

  it('sends what waits before its author signs out', async () => {
    await desks.guest('B001');
    const before = await desks.arrived();
    const tablet = await desks.device('member@example.test');
    await desks.begin(tablet, '側門');
    await goOffline(tablet);
    await checkIn(tablet, 'B001');
    await tablet.getByText('1 筆待送出').waitFor();
    await tablet.goto(`${desks.world.address}/my-work`);
    await tablet.context().setOffline(false);
    await tablet.goto(`${desks.world.address}/account`);
    await tablet.getByRole('button', { name: '登出', exact: true }).first().click();
    await tablet.waitForURL(/sign-in/);
    expect(await desks.arrived()).toBe(before + 1);
    await tablet.context().close();
  });

  it('asks before somebody who signs out loses what was not sent, who may as well stay', async () => {
    await desks.guest('C001');
    const before = await desks.arrived();
    const phone = await desks.device('member@example.test', PHONE);
    await desks.begin(phone, '後門');
    await goOffline(phone);
    await checkIn(phone, 'C001');
    // Within the app: a page that is loaded anew has the network for its first moments, which would do to send.
    await phone.getByRole('link', { name: '我的工作' }).tap();
    const signOut = async (answer: string | RegExp) => {
      await phone.getByRole('button', { name: '更多' }).tap();
      await phone.getByRole('button', { name: '登出' }).tap();
      await phone.getByText('還有 1 筆變更沒有送出').last().waitFor();
      await phone.getByRole('button', { name: answer }).tap();
    };
    await signOut(/取\s*消/);
    await phone.goBack();
    await phone.getByText('1 筆待送出').waitFor();
    await signOut('刪除並登出');
    await phone.waitForURL(/sign-in/);

    await phone.context().setOffline(false);
    await desks.world.signIn(phone, 'member@example.test');
    await desks.toDesk(phone);
    await search(phone).fill('來賓C001');
    await phone.getByRole('button', { name: '為「來賓C001」報到' }).waitFor();
    expect(await desks.arrived()).toBe(before);
    await phone.context().close();
  });

  it('still sends what it wrote down before each person had a desk of their own', async () => {
    await desks.guest('D001');
    const before = await desks.arrived();
    const tablet = await desks.device('member@example.test');
    await desks.begin(tablet, '舊平板');
    await goOffline(tablet);
    await checkIn(tablet, 'D001');
    await tablet.getByText('1 筆待送出').waitFor();
    await tablet.goto(`${desks.world.address}/my-work`);
    expect(await tablet.evaluate<number>(AS_VERSION_1)).toBe(1);
    await tablet.context().setOffline(false);
    await desks.toDesk(tablet);
    await tablet.locator('.desk-title', { hasText: '舊平板' }).waitFor();
    await until(async () => (await desks.arrived()) === before + 1, 'the arrival that waited');
    await tablet.context().close();
  });
});
