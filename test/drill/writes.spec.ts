import { createDataSource, dataSourceOptions } from '@convener/platform';
import type { DataSource } from 'typeorm';
import { BusyClient } from '../support/busy-client';
import { databaseKinds, type DatabaseKind } from '../support/database';
import { sized, tell } from '../support/drill';
import { OwnRedis } from '../support/own-redis';
import { judge } from '../support/ledger';
import { anOwnItem, aRemoteProject, sameAt, setUpAt } from '../support/process-office';
import { ServerProcess } from '../support/server-process';
import { redisUrl } from '../support/services';
import { until } from '../support/until';

jest.setTimeout(sized(180_000, 1_800_000));

const CLIENTS = sized(12, 50);
const KILLS = sized(2, 20);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One process of an installation: started again at the same place after a kill. */
class Member {
  private constructor(
    readonly what: 'API' | 'worker',
    private readonly env: Record<string, string>,
    private server: ServerProcess,
  ) {}

  static async api(env: Record<string, string>): Promise<Member> {
    return new Member('API', env, await ServerProcess.api(env));
  }

  static async worker(env: Record<string, string>): Promise<Member> {
    return new Member('worker', env, await ServerProcess.worker(env));
  }

  get address(): string {
    return this.server.address;
  }

  async kill(): Promise<void> {
    const { address } = this;
    await this.server.end('SIGKILL');
    this.server =
      this.what === 'API'
        ? await ServerProcess.api(this.env, Number(new URL(address).port))
        : await ServerProcess.worker(this.env);
  }

  end(signal: NodeJS.Signals): Promise<number | null> {
    return this.server.end(signal);
  }
}

const [sqlite, postgres] = databaseKinds() as [DatabaseKind, DatabaseKind?];
const each = sized(1, 2);
const scaled = { what: `${each} API and ${each} worker on PostgreSQL`, apis: each, workers: each };
const installations = [
  { what: 'one API on SQLite', database: sqlite, apis: 1, workers: 0 },
  ...(postgres && redisUrl() ? [{ ...scaled, database: postgres }] : []),
];

describe.each(installations)(
  `${CLIENTS} clients and ${KILLS} × kill -9, $what`,
  ({ what, database, apis, workers }) => {
    it('loses no write that was answered and keeps no half of any other', async () => {
      const own = await database.create();
      const redis = workers > 0 ? await OwnRedis.open() : null;
      const members: Member[] = [];
      let dataSource: DataSource | null = null;
      try {
        const env = {
          DATA_DIR: own.config.dataDir,
          DATABASE_URL: own.config.databaseUrl ?? '',
          REDIS_URL: redis?.url ?? '',
        };
        for (let n = 0; n < apis; n += 1) members.push(await Member.api(env));
        for (let n = 0; n < workers; n += 1) members.push(await Member.worker(env));
        dataSource = await createDataSource(dataSourceOptions(own.config)).initialize();
        const clients = await busyClients(
          members.filter((member) => member.what === 'API').map(({ address }) => address),
        );
        const working = Promise.all(clients.map((client) => client.work()));
        const kills = await killSome(members, clients, dataSource);
        await pause(1000);
        for (const client of clients) client.stop();
        await working;
        const codes = await Promise.all(members.map((member) => member.end('SIGTERM')));
        expect(codes).toEqual(members.map(() => 0));
        const { lost, halves, keptUnanswered } = await judge(
          dataSource,
          clients.map(({ ledger }) => ledger),
        );
        const sum = (fate: 'answered' | 'unanswered') => clients.reduce((n, { ledger }) => n + ledger.count(fate), 0);
        tell(`writes, ${what}`, {
          clients: CLIENTS,
          'kills of API': kills.API,
          'of worker': kills.worker,
          'writes answered': sum('answered'),
          unanswered: sum('unanswered'),
          'of these kept whole': keptUnanswered,
          lost: lost.length,
          'half-written': halves.length,
        });
        expect(clients.flatMap(({ surprises }) => surprises)).toEqual([]);
        expect({ lost, halves }).toEqual({ lost: [], halves: [] });
        expect(sum('answered')).toBeGreaterThan(CLIENTS * 5);
      } finally {
        for (const member of members) await member.end('SIGKILL');
        await dataSource?.destroy();
        await redis?.close();
        await own.drop();
      }
    });

    async function busyClients(addresses: string[]): Promise<BusyClient[]> {
      const admin = await setUpAt(addresses[0]!);
      const project = await aRemoteProject(admin);
      const clients: BusyClient[] = [];
      for (let n = 0; n < CLIENTS; n += 1) {
        const item = await anOwnItem(admin, project, `第 ${n} 人`);
        clients.push(new BusyClient(sameAt(admin, addresses[n % addresses.length]!), project, `${n}`, item));
      }
      return clients;
    }

    /** One process after the other, each at some moment of its work, with reminders falling due meanwhile. */
    async function killSome(
      members: Member[],
      clients: BusyClient[],
      dataSource: DataSource,
    ): Promise<Record<Member['what'], number>> {
      const answered = () => clients.reduce((sum, { ledger }) => sum + ledger.count('answered'), 0);
      const kills = { API: 0, worker: 0 };
      for (let n = 0; n < KILLS; n += 1) {
        await dataSource.query(
          `UPDATE reminders SET fire_at = 1 WHERE id IN (SELECT id FROM reminders WHERE status = 'planned' LIMIT 40)`,
        );
        // On a slow machine too, every process gets some work done before it dies.
        const before = answered();
        await until(() => answered() >= before + CLIENTS, 'the installation to get on with its work', 600_000);
        await pause(Math.random() * 500);
        const victim = members[n % members.length]!;
        await victim.kill();
        kills[victim.what] += 1;
      }
      return kills;
    }
  },
);
