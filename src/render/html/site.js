/* What the pages of a site do more with a script. Follows document.js. */
(() => {
  "use strict";
})();
