create type webhook_state as enum ('open', 'paused', 'ended');
create type webhook_delivery_state as enum ('waiting', 'delivered', 'failed');

-- Programs elsewhere that are told when something happens here (Standard Webhooks).
create table webhook (
  id uuid primary key,
  name text not null check (name = btrim(name) and name <> ''),
  url text not null check (url ~ '^https?://'),
  topics text[] not null check (cardinality(topics) > 0),
  -- Sealed by the installation's secret; shown once when the webhook is made.
  secret bytea not null,
  state webhook_state not null default 'open',
  -- Entries of the log up to this number were looked through for it.
  read_to bigint not null,
  made_by uuid not null references account,
  made_at timestamptz not null,
  ended_at timestamptz,
  check ((state = 'ended') = (ended_at is not null))
);

-- One message to one webhook, with what became of it. Its id is the id that the receiver sees, the same at every try.
create table webhook_delivery (
  id uuid primary key,
  webhook_id uuid not null references webhook,
  -- Of the log; none for a trial that a person asked for.
  entry_number bigint,
  type text not null,
  body text not null,
  state webhook_delivery_state not null default 'waiting',
  tries integer not null default 0,
  due_at timestamptz not null,
  tried_at timestamptz,
  answer_status integer,
  answer_says text not null default '',
  made_at timestamptz not null,
  unique (webhook_id, entry_number)
);
create index on webhook_delivery (due_at) where state = 'waiting';
create index on webhook_delivery (webhook_id, made_at);
