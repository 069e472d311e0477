/** The command line and its settings: everything the user gives is checked here first. */
package dev.kolrank.cli;
