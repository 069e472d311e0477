/** The jobs: a night, a query, a simulated crawl, the generated documentation. */
package dev.kolrank.job;
