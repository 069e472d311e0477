/** Shows what an unknown file is and proposes a mapping for it. Values decide, names help. */
package dev.kolrank.connector.inspect;
