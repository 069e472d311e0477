/** From observations to state: latest profile, post and comment, and the daily tiles. */
package dev.kolrank.silver;
