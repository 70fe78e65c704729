import type { UserId } from '@natter/sdk';
import { html, type TemplateResult } from 'lit';
import type { Messenger } from '../model/messenger.js';
import type { Thread } from '../model/thread.js';
import './avatar.js';
import { nameOf } from './say.js';

/** The avatar of a person. */
export function personFace(messenger: Messenger, user: UserId, online = false): TemplateResult {
  const picture = messenger.pictures.of(messenger.profiles.get(user));
  return face(nameOf(messenger, user), user, picture, online);
}

/** The avatar of a conversation that is called so: that of the other of two people, or of the group. */
export function threadFace(messenger: Messenger, thread: Thread, title: string, online = false): TemplateResult {
  const { group, id, peer } = thread;
  const picture = messenger.pictures.of(peer === undefined ? group : messenger.profiles.get(peer));
  return face(title, peer ?? id, picture, online);
}

function face(name: string, of: string, picture: string | undefined, online: boolean): TemplateResult {
  return html`<natter-avatar .name=${name} of=${of} .picture=${picture} ?online=${online}></natter-avatar>`;
}
