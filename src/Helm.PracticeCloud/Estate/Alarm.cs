using Helm.PracticeCloud.Company;
using Helm.PracticeCloud.Metrics;

namespace Helm.PracticeCloud.Estate;

/// <summary>An alarm on a series.</summary>
internal sealed record Alarm(AlarmDefinition Definition, string Arn, Series Series, Func<SampleSet, double> Statistic);
