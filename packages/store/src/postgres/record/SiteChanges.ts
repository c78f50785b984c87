import { codeKey, type LedgerEntry, type Outcome } from '@reftally/core';
import { keyOf } from './keyOf.js';
import type { PartialSite } from './PartialSite.js';

/** What the outcomes of a group have changed of one site, by name: what it has become is in the site's state. */
export class SiteChanges {
  /** Event id → what it has become. */
  readonly events = new Map<string, { conversion?: string; prior?: string }>();
  /** When events came (ms) whose ids had been forgotten. */
  readonly renewed = new Map<string, number>();
  readonly visitors = new Set<string>();
  /** By `keyOf(client, code)`. */
  readonly clicks = new Map<string, { client: string; code: string }>();
  readonly signups = new Set<string>();
  readonly orders = new Set<string>();
  readonly refunds = new Set<string>();
  readonly conversions = new Set<string>();
  /** New ones, in the order of the chains. */
  readonly entries: LedgerEntry[] = [];
  /** When the latest event was decided (ms). */
  decided = 0;

  add(outcome: Outcome, { events, refundEvents }: PartialSite): void {
    const { event, touches, clicks, conversion, customer, order, refundId, settled } = outcome;
    this.decided = Math.max(this.decided, outcome.decidedAt);
    this.entries.push(...(outcome.entries ?? []));
    this.#addEvents(outcome);
    if (events.has(event.id)) this.renewed.set(event.id, outcome.decidedAt);
    if (touches && event.visitor !== undefined) this.visitors.add(event.visitor);
    for (const { client, code } of clicks ?? [])
      this.clicks.set(keyOf(client, codeKey(code)), { client, code: codeKey(code) });
    if (conversion) this.conversions.add(conversion.id);
    if (customer) this.signups.add(customer.customerId);
    if (order) {
      this.orders.add(order.orderId);
      this.conversions.add(order.conversion);
    }
    for (const refund of settled ?? []) this.refunds.add(refund.refundId);
    if (refundId === undefined || event.type !== 'refund') return;
    this.refunds.add(refundId);
    refundEvents.set(refundId, event);
  }

  #addEvents({ event, conversion, answer, settled }: Outcome): void {
    if (conversion) this.events.set(event.id, { conversion: conversion.id });
    else if (event.type === 'refund' || event.type === 'purchase')
      this.events.set(event.id, { prior: priorText(answer) });
    for (const refund of settled ?? []) this.events.set(refund.event, { prior: priorText(refund.answer) });
  }
}

function priorText({ status: _, ...prior }: Outcome['answer']): string {
  return JSON.stringify(prior);
}
