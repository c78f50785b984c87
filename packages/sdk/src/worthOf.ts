/** What an event counts for when not all can be kept, the least first: conversions below zero, the newer the lower. */
export const worthOf = (name: string, at: number): number => (name === 'pageview' ? 1 / at : -at);
