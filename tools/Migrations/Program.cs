// The design-time start-up project: see DesignTimeFactory.cs.
return 0;
