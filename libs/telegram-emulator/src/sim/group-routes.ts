import type { Core } from '../core.ts';
import { chatOf } from '../core.ts';
import type { GroupState } from '../state.ts';
import type { GroupDriver } from './group-driver.ts';
import { createGroupDriver } from './group-driver.ts';
import { createGroup } from './groups.ts';
import { person } from './people.ts';
import type { Body, Handler } from './routes.ts';

function groupOf(core: Core, value: unknown): GroupState {
  const group = core.world.groups().get(Number(value));
  if (group === undefined) throw new Error(`There is no group ${String(value)}.`);
  return group;
}

/** The part of the control API that makes and changes groups. */
export function groupRoutes(core: Core): Map<string, Handler> {
  const act =
    (change: (group: GroupDriver, user: number, options: { by?: number }) => unknown): Handler =>
    (body: Body) => {
      const group = createGroupDriver(core, groupOf(core, body['chat']));
      const by = body['by'] === undefined ? {} : { by: Number(body['by']) };
      return change(group, Number(body['user']), by) ?? { ok: true };
    };
  return new Map<string, Handler>([
    ['GET /sim/groups', () => [...core.world.groups().values()].map(chatOf)],
    [
      'POST /sim/groups',
      ({ title, members, forum, supergroup }) => {
        const people = Array.isArray(members) ? members : [];
        const group = createGroup(
          core,
          {
            ...(typeof title === 'string' ? { title } : {}),
            forum: forum === true,
            supergroup: supergroup === true,
          },
          people.map((id) => person(core, { id: Number(id) }).user),
          core.world.bots,
        );
        return chatOf(group);
      },
    ],
    ['POST /sim/groups/add', act((group, user, options) => group.add(user, options))],
    ['POST /sim/groups/remove', act((group, user, options) => group.remove(user, options))],
    ['POST /sim/groups/promote', act((group, user) => group.promote(user))],
    ['POST /sim/groups/demote', act((group, user) => group.demote(user))],
    ['POST /sim/groups/migrate', act((group) => chatOf(groupOf(core, group.migrate().id)))],
    [
      'POST /sim/groups/topic',
      (body) => {
        const group = createGroupDriver(core, groupOf(core, body['chat']));
        return { threadId: group.createTopic(String(body['name'])) };
      },
    ],
  ]);
}
