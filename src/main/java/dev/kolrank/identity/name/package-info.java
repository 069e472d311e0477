/** Keys and likenesses of names and handles in all scripts. */
package dev.kolrank.identity.name;
