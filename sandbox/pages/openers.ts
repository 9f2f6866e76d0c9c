import {type Html, html} from './html.ts';
import {shape} from './shapes.ts';
import type {Generation} from './visit.ts';

/*
 * What GitLab opens at the right edge of a page, with the elements, ids and classes by which it can be found. Closed, it is not in the
 * document. Read in GitLab's source at 19.3, and in @gitlab/ui: src/components/base/drawer/drawer.vue.
 */

interface Opener {
  /** By which an element of the page opens it: `data-opens`. */
  readonly id: string;
  /** Selector of where it goes. */
  readonly into: string;
  readonly how?: 'append' | 'prepend';
  readonly content: Html;
}

function template({id, into, how = 'append', content}: Opener): Html {
  return html`<template id="${id}" data-into="${into}" data-how="${how}">${content}</template>`;
}

const closeButton = (id: string, label: string, classes: string) =>
  html`<button type="button" class="btn tertiary icon ${classes}" aria-label="${label}" data-closes="${id}">${shape('close')}</button>`;

interface Drawer {
  readonly id: string;
  readonly classes?: string;
  readonly testId?: string;
  readonly zIndex: number;
  /** How far from the top, in px: below the page's bars. */
  readonly top: number;
  readonly title: Html;
  readonly body: Html;
}

function drawer({id, classes = '', testId, zIndex, top, title, body}: Drawer): Html {
  const style = `top:${top}px;z-index:${zIndex};max-height:calc(100vh - ${top}px)`;
  const mark = testId === undefined ? '' : html` data-testid="${testId}"`;
  return html`<aside class="gl-drawer gl-drawer-default ${classes}" style="${style}"${mark}><div class="gl-drawer-header"><div class="gl-drawer-title">${title}${closeButton(id, 'Close drawer', 'gl-drawer-close-button')}</div></div><div class="gl-drawer-body gl-drawer-body-scrim">${body}</div></aside>`;
}

/** Above what stands in the page (`DRAWER_Z_INDEX`, app/assets/javascripts/lib/utils/constants.js). */
const drawerZIndex = 252;

/** News of GitLab over the whole page, which every page has (app/assets/javascripts/whats_new/components/app.vue). */
export function whatsNew(): Html {
  const id = 'whats-new';
  return template({
    id,
    into: 'body',
    content: html`${drawer({
      id,
      classes: 'whats-new-drawer',
      zIndex: 700,
      top: 0,
      title: html`<h3>What's new at GitLab</h3>`,
      body: html`<p>Nothing is new in a sandbox.</p>`,
    })}<div class="whats-new-modal-backdrop modal-backdrop" data-closes="${id}"></div>`,
  });
}

/**
 * How a list of items is shown (app/assets/javascripts/work_items/list/components/work_item_display_settings_drawer.vue). With panels it
 * stands in one, which is as a window to what is fixed in it (`contain: layout`, app/assets/stylesheets/layouts/panel.scss).
 */
export function displayOptions(generation: Generation): Html {
  const id = 'display-options';
  return template({
    id,
    into: '#js-drawer-container',
    content: drawer({
      id,
      classes: 'work-item-display-settings-drawer',
      testId: 'display-settings-drawer',
      zIndex: drawerZIndex,
      top: generation === 'panels' ? 0 : 48,
      title: html`<h2>Display options</h2>`,
      body: html`<label><input type="checkbox" checked> Open items in a panel</label>`,
    }),
  });
}

/** The id of what shows an item of a list. */
export const itemPanelId = (iid: number) => `item-${iid}`;

/**
 * An item that was opened from a list. With panels it is in the contextual panel, an element that is empty otherwise
 * (app/views/layouts/_page.html.haml, app/assets/javascripts/work_items/components/work_item_detail_panel.vue); before them, up to 18.5,
 * in a drawer (work_item_drawer.vue at the same place).
 */
export function itemPanel(generation: Generation, iid: number, reference: Html, detail: Html): Html {
  const id = itemPanelId(iid);
  if (generation === 'classic') {
    const content = drawer({
      id,
      classes: 'work-item-drawer',
      testId: 'work-item-drawer',
      zIndex: drawerZIndex,
      top: 48,
      title: reference,
      body: detail,
    });
    return template({id, into: 'body', content});
  }
  return template({
    id,
    into: '#contextual-panel-portal',
    content: html`<div class="vue-portal-target"><div class="work-item-detail-panel" data-testid="work-item-detail-panel"><div class="work-item-detail-panel-header">${reference}<div class="panel-header-controls">${closeButton(id, 'Close panel', 'gl-detail-panel-close-button')}</div></div><div class="js-dynamic-panel-inner work-item-detail-panel-content">${detail}</div></div></div>`,
  });
}

/**
 * The rail of GitLab Duo at the right edge, and the chat that it opens (ee/app/components/duo_chat_panel/component.html.haml,
 * ee/app/assets/javascripts/ai/components/ai_panel.vue and content_container.vue).
 */
export function duo(): Html {
  const id = 'duo';
  return html`<div class="ai-panels" data-testid="ai-panels"><nav class="ai-navigation-rail" aria-label="Duo controls"><button type="button" class="btn tertiary" aria-label="GitLab Duo Chat" data-opens="${id}">${shape('chat')}</button></nav></div>${template(
    {
      id,
      into: '.ai-panels',
      how: 'prepend',
      content: html`<aside id="ai-panel-portal" aria-label="Chat" class="ai-panel paneled-view"><div class="panel-header"><div class="panel-header-inner"><h3>Chat</h3><div class="panel-header-controls">${closeButton(id, 'Close chat', '')}</div></div></div><div class="panel-content-inner"><p>Nobody answers in a sandbox.</p></div></aside>`,
    },
  )}`;
}
