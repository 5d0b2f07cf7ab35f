# Coffee
built = "yes"
