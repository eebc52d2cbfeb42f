/**
 * The table of epochs, one row per lock. The lock makes it by itself; run this in a migration when the lock's user may not create
 * tables. Safe to repeat, also at the same time.
 */
export const singletonLockTableSql = `
do $$
begin
  -- "if not exists" alone fails when two sessions create at once.
  perform pg_advisory_xact_lock(7359072190513347119);
  create table if not exists singleton_lock_epochs (
    key             bigint primary key,
    epoch           bigint not null,
    clean           boolean not null,
    previous_clean  boolean not null default true,
    trust_ms        integer not null,
    label           text not null,
    acquired_at     timestamptz not null default now()
  );
  alter table singleton_lock_epochs
    add column if not exists timeline bigint not null default 0,
    add column if not exists pid integer not null default 0;
end $$`;

/**
 * A fence for plain SQL, with the lock's key as $1, its epoch as $2 and its timeline as $3: no row means that a newer holder exists. In a
 * transaction it also keeps a successor from acting before the transaction ends. As one statement:
 * `with fence as (<fenceSql>) insert into … select … from fence`.
 */
export const fenceSql =
  'select 1 from singleton_lock_epochs where key = $1 and epoch = $2 and timeline = $3 for share';

export const tableIsReady = `
  select count(*) = 2 as there from pg_attribute
   where attrelid = to_regclass('singleton_lock_epochs') and attname in ('timeline', 'pid') and not attisdropped`;

export const describeServer = `
  select pg_is_in_recovery() as in_recovery, current_setting('server_version_num')::int as version, pg_backend_pid() as pid`;

export const backendPid = 'select pg_backend_pid() as pid';

/** The first eight hex digits of a WAL file's name are the timeline. Unlike the control file's it is right at once after a promotion. */
export const readTimeline = `
  select ('x' || lpad(left(pg_walfile_name(pg_current_wal_lsn()), 8), 16, '0'))::bit(64)::bigint::float8 as timeline`;

/** $1 lease in ms. false: for the session, not the transaction. */
export const applySettings = `
  select set_config('statement_timeout', $1, false), set_config('idle_in_transaction_session_timeout', $1, false),
         set_config('tcp_user_timeout', $1, false), set_config('tcp_keepalives_idle', '1', false),
         set_config('tcp_keepalives_interval', '1', false), set_config('tcp_keepalives_count', '2', false)`;

/** $1 lease in ms. Unknown below PostgreSQL 14. */
export const applyLease = "select set_config('idle_session_timeout', $1, false)";

export const readSettings = `
  select name, setting::int as ms from pg_settings where name in ('idle_session_timeout', 'statement_timeout')`;

export const tryLock = 'select pg_try_advisory_lock($1) as locked';

/**
 * $1 key, $2 label, $3 ms of trust, $4 timeline. A successor in strict mode waits for the longest trust since the last clean release. On a
 * new timeline the row may be older than the last holder, so that nothing says how that one ended.
 */
export const nextEpoch = `
  insert into singleton_lock_epochs as t (key, epoch, timeline, clean, trust_ms, label, pid)
  values ($1, 1, $4, false, $3, $2, pg_backend_pid())
  on conflict (key) do update
     set epoch = t.epoch + 1, timeline = excluded.timeline, previous_clean = t.clean and t.timeline = excluded.timeline,
         clean = false, label = excluded.label, pid = excluded.pid, acquired_at = now(),
         trust_ms = case when t.clean then excluded.trust_ms else greatest(t.trust_ms, excluded.trust_ms) end
  returning epoch, previous_clean, trust_ms`;

export const heartbeat = 'select 1';

/**
 * $1 key, $2 channel: unlocks at once and tells those who wait when the statement commits. The hand-over is one way to the server and
 * back.
 */
export const abandon = "select pg_advisory_unlock($1) as unlocked, pg_notify($2, '')";

/**
 * The same with the mark of a clean end, $3 epoch. A successor who is quicker than the commit waits for the row and then reads the mark; if
 * this is cut off in the middle, there is no mark.
 */
export const release = `
  with marked as (update singleton_lock_epochs set clean = true where key = $1 and epoch = $3 and not clean)
  ${abandon}`;

/** Where a holder says that it has released; sixteen hex digits, so it needs no quoting. */
export function channelOf(key: bigint): string {
  return `singleton_lock_${BigInt.asUintN(64, key).toString(16).padStart(16, '0')}`;
}

/**
 * Who holds the lock with key $1. A bigint key is shown in halves, as unsigned numbers, with objsubid 1 (2 is the form with two ints);
 * the same key in another database is another lock (postgresql.org/docs/current/view-pg-locks.html).
 */
export const holder = `
  select l.pid, a.application_name, a.usename as user_name, host(a.client_addr) as host, a.client_port as port,
         a.backend_start as connected_at, a.state_change as last_sign_at
    from pg_locks l left join pg_stat_activity a on a.pid = l.pid
   where l.locktype = 'advisory' and l.granted and l.objsubid = 1
     and l.database = (select oid from pg_database where datname = current_database())
     and l.classid = (($1::bigint >> 32) & 4294967295)::oid and l.objid = ($1::bigint & 4294967295)::oid`;

/** $1 key, $2 process id of the holder; no row for somebody who took the lock without this package. */
export const termOf =
  'select epoch, timeline::float8 as timeline, label, acquired_at from singleton_lock_epochs where key = $1 and pid = $2';
