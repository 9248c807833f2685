namespace Helm.PracticeCloud.Metrics;

/// <summary>The level of a series at a moment: its value and, for measured values, its 95th percentile.</summary>
internal readonly record struct Level(double Value, double P95, bool Missing);
