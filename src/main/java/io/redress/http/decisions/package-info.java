/**
 * The API of recorded decisions: search ({@link io.redress.http.decisions.DecisionsResource}),
 * exports ({@link io.redress.http.decisions.ExportResource}), verification of the journal, and
 * destruction of personal data. {@link io.redress.http.decisions.SearchParameters} parses what
 * lists and exports share.
 */
@NullMarked
package io.redress.http.decisions;

import org.jspecify.annotations.NullMarked;
