const title = "T \"q\"";
