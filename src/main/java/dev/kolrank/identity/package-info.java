/**
 * Finds which accounts belong to one person or brand: keys of one account are folded, accounts that
 * name each other are linked, links are clustered, and clusters keep their ids over the nights.
 */
package dev.kolrank.identity;
