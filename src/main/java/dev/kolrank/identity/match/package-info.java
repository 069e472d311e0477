/** Scoring of account pairs by Fellegi and Sunter: likeness of names, levels, parameters. */
package dev.kolrank.identity.match;
