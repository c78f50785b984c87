export * from './Collector.js';
export * from './CollectorOptions.js';
export * from './startCollector.js';
