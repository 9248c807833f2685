namespace Helm.Domains.Cloud.Wire;

/// <summary>The value of an answer that says no more than that it was done.</summary>
internal readonly record struct Nothing;
