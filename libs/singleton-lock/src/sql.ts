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
end $$`;

/**
 * A fence for plain SQL, with the lock's key as $1 and its epoch as $2: no row means that a newer holder exists. In a transaction
 * it also keeps a successor from acting before the transaction ends. As one statement:
 * `with fence as (<fenceSql>) insert into … select … from fence`.
 */
export const fenceSql = 'select 1 from singleton_lock_epochs where key = $1 and epoch = $2 for share';

export const tableExists = "select to_regclass('singleton_lock_epochs') is not null as there";

export const describeServer = `
  select pg_is_in_recovery() as in_recovery, current_setting('server_version_num')::int as version, pg_backend_pid() as pid`;

export const backendPid = 'select pg_backend_pid() as pid';

/** $1 lease in ms. false: for the session, not the transaction. */
export const applySettings = `
  select set_config('idle_session_timeout', $1, false), set_config('statement_timeout', $1, false),
         set_config('idle_in_transaction_session_timeout', $1, false), set_config('tcp_user_timeout', $1, false),
         set_config('tcp_keepalives_idle', '1', false), set_config('tcp_keepalives_interval', '1', false),
         set_config('tcp_keepalives_count', '2', false)`;

export const readLease = "select setting::int as ms from pg_settings where name = 'idle_session_timeout'";

export const tryLock = 'select pg_try_advisory_lock($1) as locked';

/** $1 key, $2 label, $3 ms of trust. A successor in strict mode waits for the longest trust since the last clean release. */
export const nextEpoch = `
  insert into singleton_lock_epochs as t (key, epoch, clean, trust_ms, label) values ($1, 1, false, $3, $2)
  on conflict (key) do update
     set epoch = t.epoch + 1, previous_clean = t.clean, clean = false, label = excluded.label, acquired_at = now(),
         trust_ms = case when t.clean then excluded.trust_ms else greatest(t.trust_ms, excluded.trust_ms) end
  returning epoch, previous_clean, trust_ms`;

export const heartbeat = 'select 1';

/** $1 key, $2 epoch. */
export const markClean =
  'update singleton_lock_epochs set clean = true where key = $1 and epoch = $2 and not clean';

export const unlock = 'select pg_advisory_unlock($1) as unlocked';

export const notify = "select pg_notify($1, '')";

/** Where a holder says that it has released; sixteen hex digits, so it needs no quoting. */
export function channelOf(key: bigint): string {
  return `singleton_lock_${BigInt.asUintN(64, key).toString(16).padStart(16, '0')}`;
}
