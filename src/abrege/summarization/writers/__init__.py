"""One file for each kind of model that writes summaries; `abstractive.WRITERS` lists them."""
