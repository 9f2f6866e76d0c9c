import {markdownHtml} from '../pages/markdown.ts';
import type {Group, Level, Project, User} from '../world.ts';
import {type Call, groupOf, paged, projectOf, Refusal, type Routes, signedIn} from './answer.ts';
import {currentUserEntity, notificationEntity, userEntity} from './entities.ts';

/** Which GitLab this is. */
export const release = {version: '18.11.0-ee', revision: 'sandbox', enterprise: true};

/** Whether those who are no administrators find a user by name (`users_finder.rb`, `FORBIDDEN_SEARCH_STATES`). */
export function isFound({state}: User): boolean {
  return !['blocked', 'banned', 'ldap_blocked'].includes(state);
}

const levels: readonly Level[] = ['disabled', 'participating', 'watch', 'global', 'mention', 'custom'];

function show(call: Call, source: Group | Project | null) {
  return {status: 200, body: notificationEntity(call.world.notification(signedIn(call), source))};
}

function set(call: Call, source: Group | Project | null) {
  const user = signedIn(call);
  const {level, ...events} = call.body;
  const wanted = levels.find(known => known === level);
  if (level !== undefined && wanted === undefined) {
    throw new Refusal(400, {message: `'${String(level)}' is not a valid level`});
  }
  const before = call.world.notification(user, source);
  call.world.setNotification(user.username, source?.path ?? null, wanted ?? before.level, {
    ...before.events,
    ...(events as Record<string, boolean>),
  });
  return show(call, source);
}

export const settingsRoutes: Routes = {
  'GET /user': call => ({status: 200, body: currentUserEntity(signedIn(call))}),
  'GET /users': call => {
    signedIn(call);
    const user = call.world.findUser(call.query.get('username') ?? '');
    return paged(call, user && isFound(user) ? [userEntity(user)] : []);
  },
  'POST /markdown': call => {
    signedIn(call);
    if (typeof call.body.text !== 'string') throw new Refusal(400, {error: 'text is missing'});
    // As the pages show it, with what a hostile text would try on its reader.
    return {
      status: 201,
      body: {html: `${markdownHtml(call.body.text)}<img src="x" alt="" onerror="window.hacked=true">`},
    };
  },
  'GET /metadata': call => {
    signedIn(call);
    return {status: 200, body: {...release, kas: {enabled: false, externalUrl: null, version: null}}};
  },
  'GET /notification_settings': call => show(call, null),
  'PUT /notification_settings': call => set(call, null),
  'GET /projects/:id/notification_settings': call => {
    signedIn(call);
    return show(call, projectOf(call));
  },
  'PUT /projects/:id/notification_settings': call => {
    signedIn(call);
    return set(call, projectOf(call));
  },
  'GET /groups/:id/notification_settings': call => {
    signedIn(call);
    return show(call, groupOf(call));
  },
};
