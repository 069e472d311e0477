/** Whether a post is advertising, and whether it says so as the law of a country asks. */
package dev.kolrank.silver.disclosure;
